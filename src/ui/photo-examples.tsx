import type { Frame } from './frame.ts';

const LINES = [34, 44, 54, 64, 74] as const;

/** A sheet of paper as a photo would show it, drawn: no picture of anybody's paper. */
function Sheet({ kind }: { kind: 'good' | 'cut' | 'blurred' | 'dark' }) {
  const shift = kind === 'cut' ? 38 : 0;
  const ink = kind === 'dark' ? '#3a3d45' : '#474b55';
  return (
    <svg viewBox="0 0 120 120" width="120" height="120" aria-hidden="true" focusable="false">
      <rect x="0" y="0" width="120" height="120" fill={kind === 'dark' ? '#16181d' : '#c9cdd6'} />
      <rect x={26 + shift} y="12" width="68" height="96" fill={kind === 'dark' ? '#4a4e57' : '#ffffff'} />
      <rect x={34 + shift} y="20" width="24" height="7" fill={ink} />
      {LINES.map((y) => (
        <g key={y} opacity={kind === 'blurred' ? 0.35 : 1}>
          <rect x={34 + shift} y={y} width="52" height="4" fill={ink} />
          {kind === 'blurred' && <rect x={30 + shift} y={y - 3} width="52" height="8" fill={ink} opacity="0.5" />}
        </g>
      ))}
      {kind === 'good' ? (
        <path d="M84 96l8 8 16-20" fill="none" stroke="#18753c" stroke-width="6" />
      ) : (
        <path d="M88 84l20 20M108 84l-20 20" fill="none" stroke="#ce0500" stroke-width="6" />
      )}
    </svg>
  );
}

/** How to take a photo of a paper: one that works, three that do not. The words say it; the drawings are decoration. */
export function PhotoExamples({ frame }: { frame: Frame }) {
  return (
    <ul class="df-examples">
      {(['good', 'cut', 'blurred', 'dark'] as const).map((kind) => (
        <li key={kind}>
          <Sheet kind={kind} />
          <span>{frame.t(`proof.example_${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
