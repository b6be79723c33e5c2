import type { Result } from '#kernel/result.ts';
import type { IntakeCode } from '#domain/pieces/intake.ts';
import type { Makeup } from '#domain/origins/makeup.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import type { CompressionPicture } from '#domain/findings/compression-pictures.ts';
import type { Box, FileFacts } from '#domain/findings/facts.ts';

export interface PrepareInput {
  readonly bytes: Uint8Array;
  readonly type: FileType;
  /** Pages are counted up to this number + 1. */
  readonly maxPages: number;
  readonly password?: string;
}

export interface Prepared {
  readonly pages: number;
  /** First page, 300 px wide, JPEG. */
  readonly preview: Uint8Array;
  /** What later steps read instead of the original: a JPEG made from HEIC, an unlocked PDF. */
  readonly working: { readonly bytes: Uint8Array; readonly type: FileType } | null;
}

export interface PageImage {
  /** JPEG, upright, without metadata. */
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface WatermarkInput {
  readonly bytes: Uint8Array;
  readonly type: FileType;
  /** `LOCATION – POUR … – date – trace code`. */
  readonly text: string;
  /** Boxes of machine-readable codes, by page (0-based), left clean with a 20 px margin. `null`: not examined yet, the engine looks for them. */
  readonly holes: readonly { readonly page: number; readonly box: Box }[] | null;
  /** Cuts the white margins off around a card that was photographed or scanned on a whole sheet. */
  readonly cropped?: boolean;
}

/** Data of a bound PDF. Enters the template as data only, never as markup. */
export interface BindInput {
  readonly template: 'dossier' | 'piece' | 'statement' | 'list';
  readonly data: unknown;
  /** Page images by the name that `data` uses. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** Address that the QR code of every page leads to; empty for none. */
  readonly qr: string;
  readonly sign: boolean;
  readonly createdAt: Date;
}

/** With these two numbers the tax office says whether a notice is its own. */
export interface TaxReference {
  /** 13 digits. */
  readonly taxNumber: string;
  /** 13 digits and capitals. */
  readonly reference: string;
}

/** Faults of ours, as opposed to what is wrong with a file. */
export type EngineFault = 'engine.failed' | 'engine.too_complex';

/**
 * The document engine: the only place that opens a stranger's bytes, in limited child processes.
 * Replies are data or a reason code; it never throws on hostile input.
 */
export interface DocumentEngine {
  /** True when copies can bear a mark: children start, and fonts draw letters. Asked once, at start. */
  check(): Promise<boolean>;
  prepare(input: PrepareInput): Promise<Result<Prepared, IntakeCode>>;
  /** One page (0-based) at a width in pixels, for previews and the agents' viewer. */
  page(input: { bytes: Uint8Array; type: FileType; page: number; width: number }): Promise<Result<PageImage, EngineFault>>;
  /** @param input.converted the bytes are a working copy of another type than the person's file */
  examine(input: { bytes: Uint8Array; type: FileType; converted?: boolean }): Promise<Result<FileFacts, EngineFault>>;
  /** A picture of how one page (0-based) was compressed; `null` when the page is no JPEG of the person's, or too large. */
  compression(input: {
    bytes: Uint8Array;
    type: FileType;
    page: number;
    picture: CompressionPicture;
  }): Promise<Result<PageImage | null, EngineFault>>;
  /** How the first page of a PDF of text is made, for operators who teach the service a maker of false papers; `null` for what is no PDF. */
  makeup(input: { bytes: Uint8Array }): Promise<Result<Makeup | null, EngineFault>>;
  /** Numbers of a tax notice, read for the one who asks and kept nowhere; `null` when they cannot be read. */
  taxReference(input: { bytes: Uint8Array; type: FileType }): Promise<Result<TaxReference | null, EngineFault>>;
  watermark(input: WatermarkInput): Promise<Result<readonly PageImage[], EngineFault>>;
  bind(input: BindInput): Promise<Result<Uint8Array, EngineFault>>;
  close(): Promise<void>;
}
