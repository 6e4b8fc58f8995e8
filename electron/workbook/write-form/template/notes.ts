/** The size of a comment's box, in columns and rows: wide and high enough for two findings without dragging it open. */
const columns = 5
const rows = 10

/** Gives comments room and their author, because exceljs draws all boxes small and has no author. Other parts stay unchanged. */
export function withNotes(name: string, xml: string): string {
  if (/^xl\/comments\d+\.xml$/.test(name)) return xml.replace('<author>Author</author>', '<author>校统</author>')
  if (!/^xl\/drawings\/vmlDrawing\d+\.vml$/.test(name)) return xml
  return xml.replace(anchor, (_, left: string, dx: string, top: string, dy: string) => {
    const [column, row] = [Number(left), Number(top)]
    return `<x:Anchor>${column}, ${dx}, ${row}, ${dy}, ${column + columns}, ${dx}, ${row + rows}, ${dy}</x:Anchor>`
  })
}

const anchor = /<x:Anchor>(\d+), (\d+), (\d+), (\d+), [^<]*<\/x:Anchor>/g
