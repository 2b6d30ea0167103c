import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { SECURING, useSession } from '@/shared/session'
import { timeOf } from '@/shared/time/useTime'
import { startOf } from './navigation'

// Pages with `time` show the same time when one goes from one to another.
const observe = { section: 'observe', time: true }
const prove = { section: 'prove' }
const data = { section: 'data', action: 'READ_DATA' }
const manage = { section: 'manage' }
const account = { section: 'account', action: 'USE_OWN_ACCOUNT' }
const securing = { section: 'account', action: 'SECURE_OWN_ACCOUNT' }

/**
 * Every page is loaded when it is first opened; `title` is the key of its name, `section` its question, `action` what one
 * must be allowed to do to see it.
 */
const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'start',
    // Never shown: the start page depends on who one is.
    component: () => import('@/features/monitoring/overview/OverviewPage.vue'),
    async beforeEnter(to) {
      const session = useSession()
      // A server that does not answer has no start page for anybody; the map says what is wrong.
      await session.ready().catch(() => undefined)
      const start = startOf(session.roles)
      return { ...start, query: { ...start.query, ...to.query }, replace: true }
    },
  },
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
    path: '/password-reset',
    name: 'password-reset',
    component: () => import('@/features/identity/ResetPage.vue'),
    meta: { title: 'nav.passwordReset' },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('@/features/identity/account/AccountPage.vue'),
    meta: { ...account, title: 'nav.account' },
  },
  {
    path: '/account/password',
    name: 'password',
    component: () => import('@/features/identity/PasswordPage.vue'),
    meta: { ...securing, title: 'nav.password' },
  },
  {
    path: '/account/second-factor',
    name: 'second-factor',
    component: () => import('@/features/identity/secondFactor/SecondFactorPage.vue'),
    meta: { ...securing, title: 'nav.secondFactor' },
  },
  {
    path: '/account/sessions',
    name: 'sessions',
    component: () => import('@/features/identity/sessions/SessionsPage.vue'),
    meta: { ...account, title: 'nav.sessions' },
  },
  {
    path: '/account/tokens',
    name: 'tokens',
    component: () => import('@/features/identity/tokens/TokensPage.vue'),
    meta: { ...account, title: 'nav.tokens' },
  },
  {
    path: '/manage/users',
    name: 'users',
    component: () => import('@/features/people/users/UsersPage.vue'),
    meta: { ...manage, action: 'LIST_PEOPLE', title: 'nav.users' },
  },
  {
    path: '/manage/users/new',
    name: 'user-new',
    component: () => import('@/features/people/users/NewUserPage.vue'),
    meta: { ...manage, action: 'EDIT_PEOPLE', page: 'users', title: 'nav.userNew' },
  },
  {
    path: '/manage/users/import',
    name: 'user-import',
    component: () => import('@/features/people/users/UserImportPage.vue'),
    meta: { ...manage, action: 'EDIT_PEOPLE', page: 'users', title: 'nav.userImport' },
  },
  {
    path: '/manage/users/:id(\\d+)',
    name: 'user',
    component: () => import('@/features/people/users/UserPage.vue'),
    meta: { ...manage, action: 'LIST_PEOPLE', page: 'users', title: 'nav.user' },
  },
  {
    path: '/manage/units',
    name: 'units',
    component: () => import('@/features/people/units/UnitsPage.vue'),
    meta: { ...manage, action: 'LIST_PEOPLE', title: 'nav.units' },
  },
  {
    path: '/manage/roles',
    name: 'matrix',
    component: () => import('@/features/people/matrix/MatrixPage.vue'),
    meta: { ...manage, action: 'READ_MATRIX', title: 'nav.matrix' },
  },
  {
    path: '/manage/lock-outs',
    name: 'lock-outs',
    component: () => import('@/features/people/lockOuts/LockOutsPage.vue'),
    meta: { ...manage, action: 'EDIT_PEOPLE', title: 'nav.lockOuts' },
  },
  {
    path: '/manage/audit',
    name: 'audit',
    component: () => import('@/features/audit/AuditPage.vue'),
    meta: { ...manage, action: 'READ_AUDIT', title: 'nav.audit' },
  },
  {
    path: '/manage/audit/:sequence(-?\\d+)',
    name: 'audit-event',
    component: () => import('@/features/audit/EventPage.vue'),
    meta: { ...manage, action: 'READ_AUDIT', page: 'audit', title: 'nav.auditEvent' },
  },
  {
    path: '/manage/jobs',
    name: 'jobs',
    component: () => import('@/features/jobs/JobsPage.vue'),
    meta: { ...manage, action: 'READ_OWN_JOBS', title: 'nav.jobs' },
  },
  {
    path: '/manage/jobs/:id(\\d+)',
    name: 'job',
    component: () => import('@/features/jobs/JobPage.vue'),
    meta: { ...manage, action: 'READ_OWN_JOBS', page: 'jobs', title: 'nav.job' },
  },
  {
    path: '/manage/files',
    name: 'files-check',
    component: () => import('@/features/files/FilesCheckPage.vue'),
    meta: { ...manage, action: 'CHECK_FILES', title: 'nav.filesCheck' },
  },
  {
    // For developers: what later pages are made of. Not in the navigation.
    path: '/dev/components',
    name: 'components',
    component: () => import('@/features/dev/ComponentsPage.vue'),
    meta: { title: 'nav.components' },
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

// Who is not signed in goes by the sign-in page and comes back; who may not see a page is told so in its place (App).
router.beforeEach(async (to) => {
  const action = to.meta['action']
  if (typeof action !== 'string') return true
  const session = useSession()
  try {
    await session.ready()
  } catch {
    // Without an answer the page itself will say what is wrong.
    return true
  }
  if (!session.user) return session.may(action) ? true : { name: 'login', query: { next: to.fullPath } }
  if (session.standing !== 'FULL' && to.name !== SECURING[session.standing]) {
    return { name: SECURING[session.standing], query: { next: to.fullPath } }
  }
  return true
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
