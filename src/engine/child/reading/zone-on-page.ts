import sharp from 'sharp';
import type { Box } from '#domain/findings/facts.ts';
import type { PagePixels } from '../page-pixels.ts';
import { parseZone, type MachineZone } from './mrz.ts';
import type { Ocr } from './ocr.ts';
import { around, segmentsOf, type Segment } from './word.ts';

/** A machine-readable zone and where it stands. */
export interface ZoneOnPage {
  readonly zone: MachineZone;
  readonly page: number;
  readonly box: Box;
  /** 0–100. */
  readonly confidence: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';
/** A line of a zone as general reading sees it: long, without spaces, with fillers or mostly capitals and digits. */
const LINE = /^(?=.*(?:<|\d{6}))[A-Z0-9<]{24,46}$/;
const joined = (segment: Segment) => segment.folded.replace(/ /g, '').replace(/[«‹({[]/g, '<');
const looksLikeZone = (segment: Segment) => {
  const text = joined(segment);
  return (
    text.length >= 20 &&
    ((text.match(/</g)?.length ?? 0) >= 3 || (/^[A-Z0-9]{26,}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 6)) &&
    !/[:,]/.test(text)
  );
};

/** Zone in a text layer, where every character is sure. */
export function zoneInText(segments: readonly Segment[], thisYear: number): ZoneOnPage | null {
  const lines = segments.filter((segment) => LINE.test(joined(segment)));
  for (let start = 0; start < lines.length; start += 1) {
    const zone = parseZone(lines.slice(start, start + 3).map(joined), thisYear);
    const used = lines.slice(start, start + (zone?.lines.length ?? 0));
    if (zone && used[0]) return { zone, page: used[0].page, box: around(used.map((line) => line.box)), confidence: 100 };
  }
  return null;
}

/** Zone in pixels: the band where general reading saw fillers is read again with the letters a zone may hold. @param page levelled, evenly lit */
export async function zoneInPixels(
  page: PagePixels,
  index: number,
  segments: readonly Segment[],
  ocr: Ocr,
  thisYear: number,
): Promise<ZoneOnPage | null> {
  const seen = segments.filter(looksLikeZone);
  if (seen.length === 0) return null;
  const [left, top, width, height] = around(seen.map((segment) => segment.box));
  const lineHeight = Math.max(...seen.map((segment) => segment.box[3]));
  const x = Math.max(0, Math.floor((left - 0.03) * page.width));
  const y = Math.max(0, Math.floor((top - lineHeight * 4.5) * page.height));
  const area = {
    left: x,
    top: y,
    width: Math.min(page.width - x, Math.ceil((width + 0.06) * page.width)),
    height: Math.min(page.height - y, Math.ceil((height + lineHeight * 9) * page.height)),
  };
  const best: (ZoneOnPage | null)[] = [];
  for (const scale of [1, 2]) {
    const { data, info } = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: page.channels } })
      .extract(area)
      .resize({ width: area.width * scale, kernel: 'cubic' })
      .extend({ top: 10, bottom: 10, left: 10, right: 10, background: '#ffffff' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const words = await ocr.read(
      { data, width: info.width, height: info.height, channels: 1 },
      { language: 'eng', layout: 6, only: ALPHABET },
    );
    const zone = zoneOf(words, index, info.width / info.height, thisYear);
    if (zone?.zone.right) return placed(zone);
    best.push(zone && placed(zone));
  }
  return best.find((zone) => zone !== null) ?? null;

  function placed(zone: ZoneOnPage): ZoneOnPage {
    const [bx, by, bw, bh] = zone.box;
    return {
      ...zone,
      box: [
        (area.left + bx * area.width) / page.width,
        (area.top + by * area.height) / page.height,
        (bw * area.width) / page.width,
        (bh * area.height) / page.height,
      ],
    };
  }
}

function zoneOf(words: Parameters<typeof segmentsOf>[0], page: number, aspect: number, thisYear: number): ZoneOnPage | null {
  const rows = new Map<number, Segment[]>();
  for (const segment of segmentsOf(words, page, aspect)) rows.set(segment.line, [...(rows.get(segment.line) ?? []), segment]);
  const lines = [...rows.values()]
    .map((row) => ({ row, text: row.map((segment) => joined(segment)).join('') }))
    .filter(({ text }) => text.length >= 22);
  for (let start = 0; start < lines.length; start += 1) {
    const zone = parseZone(
      lines.slice(start, start + 3).map((line) => line.text),
      thisYear,
    );
    if (!zone) continue;
    const used = lines.slice(start, start + zone.lines.length).flatMap((line) => line.row);
    const confidences = used.flatMap((segment) => segment.words.map((word) => word.confidence));
    const mean = confidences.reduce((sum, value) => sum + value, 0) / Math.max(1, confidences.length);
    return { zone, page, box: around(used.map((segment) => segment.box)), confidence: Math.round(mean) };
  }
  return null;
}
