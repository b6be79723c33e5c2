import bwip from 'bwip-js/node';

/** A text as a QR code, drawn as one SVG path on white whatever the theme: cameras need the contrast and the quiet zone. @param label what it leads to, for who cannot see it */
export function QrCode({ text, label }: { text: string; label: string }) {
  const drawn = bwip.toSVG({ bcid: 'qrcode', text, scale: 1 });
  const size = Number(/viewBox="0 0 (\d+) /.exec(drawn)?.[1] ?? 0);
  const path = /<path d="([^"]+)"/.exec(drawn)?.[1] ?? '';
  const quiet = 8;
  const frame = size + 2 * quiet;
  return (
    <svg class="df-qr" role="img" aria-label={label} viewBox={`${-quiet} ${-quiet} ${frame} ${frame}`} width="220" height="220">
      <rect x={-quiet} y={-quiet} width={frame} height={frame} fill="#ffffff" />
      <path d={path} fill="#000000" fill-rule="evenodd" />
    </svg>
  );
}
