import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatShare } from '../format.ts';
import { downloadFile } from '../molecule/download-file.ts';
import { useDrawings } from '../molecule/drawings-context.ts';
import type { KnownNames } from '../names/known-names.ts';
import { useRun } from '../run/run-context.ts';
import type { IsomerMet } from '../runner/runner.ts';
import { csvFile, sdfRecord, smilesFile } from './isomer-files.ts';

interface IsomerExportsProps {
  readonly met: ReadonlySignal<readonly IsomerMet[]>;
  readonly names: ReadonlySignal<KnownNames>;
}

/** Saves all isomers found, in the order of discovery. */
export function IsomerExports({ met, names }: IsomerExportsProps) {
  const run = useRun();
  const drawings = useDrawings();
  /** The share of the SDF that is written; null while none is. */
  const progress = useSignal<number | null>(null);
  const isLeft = useRef(false);
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );

  const save = (ending: string, type: string, parts: readonly string[]) => {
    const formula = run.prepared.value?.configuration.formula ?? 'unknown';
    downloadFile(`${formula}-isomers.${ending}`, new Blob([...parts], { type }));
  };
  const saveSdf = async () => {
    const isomers = met.value;
    const records: string[] = [];
    // One at a time, so that the molecules that are watched are drawn in between.
    for (const isomer of isomers) {
      progress.value = records.length / isomers.length;
      records.push(sdfRecord(await drawings.molfile(isomer.smiles), isomer, names.value));
      if (isLeft.current) return;
    }
    progress.value = null;
    save('sdf', 'chemical/x-mdl-sdfile', records);
  };

  const isEmpty = met.value.length === 0;
  const isWriting = progress.value !== null;
  return (
    <div class="isomer-exports">
      <span>Save all found:</span>
      <button
        type="button"
        disabled={isEmpty}
        onClick={() => save('smi', 'chemical/x-daylight-smiles', [smilesFile(met.value, names.value)])}
      >
        SMILES
      </button>
      <button type="button" class="isomer-sdf" disabled={isEmpty || isWriting} onClick={saveSdf}>
        {progress.value === null ? 'SDF' : `SDF ${formatShare(progress.value)}`}
      </button>
      <button
        type="button"
        disabled={isEmpty}
        onClick={() => save('csv', 'text/csv', [csvFile(met.value, names.value)])}
      >
        CSV
      </button>
    </div>
  );
}
