import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { timeOf } from '@/shared/time/useTime'

// Pages with `time` show the same time when one goes from one to another.
const observe = { section: 'observe', time: true }
const prove = { section: 'prove' }
const data = { section: 'data' }

/** Every page is loaded when it is first opened; `title` is the key of its name, `section` its question. */
const routes: RouteRecordRaw[] = [
  { path: '/', redirect: (to) => ({ name: 'overview', query: to.query }) },
  {
    path: '/observe/map',
    name: 'overview',
    component: () => import('@/features/monitoring/overview/OverviewPage.vue'),
    meta: { ...observe, title: 'nav.overview' },
  },
  {
    path: '/observe/stations',
    name: 'stations',
    component: () => import('@/features/monitoring/station/StationsPage.vue'),
    meta: { ...observe, title: 'nav.stations' },
  },
  {
    path: '/observe/stations/:code',
    name: 'station',
    component: () => import('@/features/monitoring/station/StationPage.vue'),
    meta: { ...observe, title: 'nav.station', page: 'stations' },
  },
  {
    path: '/observe/compare',
    name: 'compare',
    component: () => import('@/features/monitoring/compare/ComparePage.vue'),
    meta: { ...observe, title: 'nav.compare' },
  },
  {
    path: '/observe/tables',
    name: 'tables',
    component: () => import('@/features/monitoring/tables/TablesPage.vue'),
    meta: { ...observe, title: 'nav.tables' },
  },
  {
    path: '/prove/ranking',
    name: 'ranking',
    component: () => import('@/features/assessment/ranking/RankingPage.vue'),
    meta: { ...prove, title: 'nav.ranking' },
  },
  {
    path: '/prove/attainment',
    name: 'attainment',
    component: () => import('@/features/assessment/attainment/AttainmentPage.vue'),
    meta: { ...prove, title: 'nav.attainment' },
  },
  {
    path: '/data/board',
    name: 'board',
    component: () => import('@/features/data/board/BoardPage.vue'),
    meta: { ...data, title: 'nav.board', time: true },
  },
  {
    path: '/data/imports',
    name: 'imports',
    component: () => import('@/features/data/imports/ImportsPage.vue'),
    meta: { ...data, title: 'nav.imports' },
  },
  {
    path: '/data/imports/:id',
    name: 'import',
    component: () => import('@/features/data/imports/ImportPage.vue'),
    meta: { ...data, title: 'nav.import', page: 'imports' },
  },
  {
    path: '/data/revisions',
    name: 'revisions',
    component: () => import('@/features/data/revisions/RevisionsPage.vue'),
    meta: { ...data, title: 'nav.revisions' },
  },
  {
    path: '/login',
    name: 'login',
    component: () => import('@/features/identity/LoginPage.vue'),
    meta: { title: 'nav.login' },
  },
  {
    path: '/account/password',
    name: 'password',
    component: () => import('@/features/identity/PasswordPage.vue'),
    meta: { title: 'nav.password' },
  },
  {
    path: '/about',
    name: 'about',
    component: () => import('@/features/about/AboutPage.vue'),
    meta: { title: 'nav.about' },
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('@/features/about/NotFoundPage.vue'),
    meta: { title: 'nav.notFound' },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
})

// Time stays when moving between pages about one time: what the address of the left page says, that of the next one says too.
router.beforeEach((to, from) => {
  if (!to.meta['time'] || !from.meta['time'] || to.path === from.path) return true
  const missing = Object.entries(timeOf(from.query)).filter(([key]) => to.query[key] === undefined)
  if (missing.length === 0 || Object.keys(timeOf(to.query)).length > 0) return true
  return { ...to, query: { ...to.query, ...Object.fromEntries(missing) }, replace: true }
})

// A reader who cannot see the change of page is told by the heading.
router.afterEach((to, from) => {
  if (from.matched.length > 0 && to.path !== from.path) {
    void nextTick(() => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }))
  }
})
