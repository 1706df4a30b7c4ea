import type { ReadonlySignal } from '@preact/signals';
import { downloadFile } from './download-file.ts';
import type { Drawings } from './drawings.ts';
import { useDrawings } from './drawings-context.ts';
import { pngOf } from './picture-png.ts';
import { sizedPicture } from './picture-size.ts';

const SVG_SCALE = 2;
const PNG_SCALE = 6;

const FORMATS: readonly {
  readonly label: string;
  readonly ending: string;
  readonly make: (drawings: Drawings, smiles: string) => Promise<Blob>;
}[] = [
  {
    label: 'SVG',
    ending: 'svg',
    make: async (drawings, smiles) => {
      const { svg } = sizedPicture(await drawings.draw({ smiles }), SVG_SCALE);
      return new Blob([svg], { type: 'image/svg+xml' });
    },
  },
  {
    label: 'PNG',
    ending: 'png',
    make: async (drawings, smiles) => pngOf(sizedPicture(await drawings.draw({ smiles }), PNG_SCALE)),
  },
  {
    label: 'Molfile',
    ending: 'mol',
    make: async (drawings, smiles) =>
      new Blob([await drawings.molfile(smiles)], { type: 'chemical/x-mdl-molfile' }),
  },
];

interface MoleculeDownloadsProps {
  readonly smiles: ReadonlySignal<string | null>;
  /** Of the files, without the ending. */
  readonly name: ReadonlySignal<string>;
}

/** Buttons that save a molecule as a picture or a molfile. */
export function MoleculeDownloads({ smiles, name }: MoleculeDownloadsProps) {
  const drawings = useDrawings();
  return (
    <span class="molecule-downloads">
      <span>Save as</span>
      {FORMATS.map(({ label, ending, make }) => (
        <button
          key={ending}
          type="button"
          class="button-quiet"
          aria-label={`Save as ${label}`}
          onClick={async () => {
            if (smiles.value === null) return;
            downloadFile(`${name.value}.${ending}`, await make(drawings, smiles.value));
          }}
        >
          {label}
        </button>
      ))}
    </span>
  );
}
