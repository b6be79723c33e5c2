/** A part of a page that was rendered before, by `renderPart`, and is about nobody. Never anything else: nothing here is escaped again. */
export function Kept({ html }: { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
