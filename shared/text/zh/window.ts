import type { WindowSentences } from '../sentences.ts'

export const windowSentences: WindowSentences = {
  menu: {
    file: '文件',
    print: '打印…',
    folder: '打开数据文件夹',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    all: '全选',
    view: '查看',
    reload: '重新载入',
    larger: '放大',
    smaller: '缩小',
    actual: '实际大小',
    full: '全屏',
    help: '帮助',
    about: '关于校统',
  },
  unsaved: { message: '还有填写的内容没有保存完。', detail: '等几秒钟通常就会保存好。', stay: '等一等', leave: '仍然关闭' },
}
