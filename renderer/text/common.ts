import { words } from './catalogue.ts'

/** The words shared by several pages. */
export const common = words({
  zh: {
    cancel: '取消',
    retry: '重试',
    reading: '正在读取',
    unknownFailure: '没有完成。请重试；若再次出现，请重新启动校统。',
    hostGone: '校统已经停止运行，刚才的操作没有完成。请重新启动校统，再打开它给出的地址。',
    fileUnreadable: '这个文件读不出来：可能已被移走或改名，存放它的 U 盘已经拔出，或者正被别的程序占用。请确认后再选一次。',
    progress: (done: string, total: string) => `${done} / ${total}`,
    remaining: (seconds: number) => (seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.round(seconds / 60)} 分钟`),
    stop: '停止',
    errors: (count: number) => `${count} 处须改正`,
    queries: (count: number) => `${count} 处需说明`,
    close: '关闭',
    print: '打印',
    preparingPages: '正在排版',
    notApplicable: '不适用',
  },
  en: {
    cancel: 'Cancel',
    retry: 'Retry',
    reading: 'Reading',
    unknownFailure: 'This was not done. Retry; if it comes back, restart Xiaotong.',
    hostGone: 'Xiaotong is no longer running, and what you just did was not completed. Start it again and open the address it gives.',
    fileUnreadable:
      'This file cannot be read: it may have been moved or renamed, its disk taken out, or another program holds it. Check that, then choose it again.',
    progress: (done, total) => `${done} of ${total}`,
    remaining: (seconds) => (seconds < 60 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`),
    stop: 'Stop',
    errors: (count) => `${count} to correct`,
    queries: (count) => `${count} to explain`,
    close: 'Close',
    print: 'Print',
    preparingPages: 'Laying out the pages',
    notApplicable: 'not applicable',
  },
})
