export default {
  zh: {
    checkNote: '核对文件库与登记：多余、缺失或内容改变的文件只作报告，不会自动删除。',
    check: '开始检查',
    report: '检查报告',
    reportAt: '完成于 {time}',
    fine: '文件库与登记一致',
    never: '还没有检查过',
    figure: {
      files: '文件',
      bytes: '字节',
      missing: '缺失',
      changed: '内容改变',
      unknown: '未登记',
      unused: '无人引用',
      temporary: '上传残留',
    },
  },
  en: {
    checkNote:
      'Compares the store of files with what is known of it: files too many, missing or changed are reported and never removed by themselves.',
    check: 'Check now',
    report: 'Report',
    reportAt: 'made {time}',
    fine: 'Store and records agree',
    never: 'It was never checked',
    figure: {
      files: 'files',
      bytes: 'bytes',
      missing: 'missing',
      changed: 'changed',
      unknown: 'not recorded',
      unused: 'used by nothing',
      temporary: 'left over from uploads',
    },
  },
}
