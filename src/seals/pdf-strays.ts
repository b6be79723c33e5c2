import type { PdfState } from './pdf-objects.ts';

const OBJECT = /(?<!\d)(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![a-z])/g;
const ROOT = /\/Root[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![a-z])/g;
const START = /(?:startxref|\/XRefStm)[\0\t\n\f\r ]+(\d{1,10})/g;

/** Where a state says that objects begin, between two places, and the streams that they hold. */
function listedIn(state: PdfState, text: string, from: number) {
  const places = state.numbers.flatMap((number) => {
    const at = Number(state.place(number) ?? Number.NaN);
    return at >= from ? [{ at, stream: state.object(number)?.stream ?? null }] : [];
  });
  return {
    starts: places.map(({ at }) => at + (/^[\0\t\n\f\r ]*/.exec(text.slice(at, at + 20))?.[0].length ?? 0)),
    streams: places.flatMap(({ stream }) => (stream ? [stream] : [])),
  };
}

/**
 * True when a part of a file holds objects that none of its tables names, or another root. A reader that finds the tables wrong, and looks for objects
 * by itself, takes the last of each: it would show something else than what the tables say.
 * @param states the file at the end of each revision that lies in this part @param root number of the root that they name
 */
export function hasStrays(text: string, from: number, to: number, states: readonly PdfState[], root: number): boolean {
  const listed = states.map((state) => listedIn(state, text, from));
  const starts = new Set(listed.flatMap((one) => one.starts));
  const streams = listed.flatMap((one) => one.streams);
  const part = text.slice(from, to);
  // A table in a stream need not name itself.
  for (const [, at] of part.matchAll(START)) starts.add(Number(at));
  const inStream = (at: number) => streams.some((stream) => at >= stream.from && at < stream.to);
  const stray = (at: number) => !starts.has(at) && !inStream(at);
  for (const { index } of part.matchAll(OBJECT)) if (stray(from + index)) return true;
  for (const match of part.matchAll(ROOT)) if (Number(match[1]) !== root && !inStream(from + match.index)) return true;
  return false;
}
