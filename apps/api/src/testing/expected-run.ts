import { CHEMISTRY_COMPONENTS, canonicalSmiles } from '@webfaulon/chemistry';
import { cycleOf, type ProgressEvent } from '@webfaulon/protocol';
import {
  advance,
  type Configuration,
  createCanonizer,
  type LabelledIsomer,
  molecularGraphOf,
  prepareAnnealing,
  STEP_OUTCOMES,
  startCheckpoint,
  temperatureAt,
  writeSmiles,
} from '@webfaulon/sa-core';

/** What the progress events of a run must tell, computed by sa-core alone in one go, without server, slices or threads. */
export function expectedRun(
  configuration: Configuration,
  every = 1,
  steps = Number.POSITIVE_INFINITY,
): Omit<ProgressEvent, 'best_svg'>[] {
  const annealing = prepareAnnealing(configuration, CHEMISTRY_COMPONENTS);
  const { configuration: resolved, elements, objective, totalSteps } = annealing;
  const { records, isComplete } = advance(annealing, startCheckpoint(annealing), steps, every);
  const canonizer = createCanonizer(elements.length);
  const kekuleSmiles = (isomer: LabelledIsomer) => {
    const graph = molecularGraphOf(elements, isomer);
    return writeSmiles(graph, canonizer.canonicalForm(graph).labelling);
  };
  const current = records.molecules.map(kekuleSmiles);
  const best = new Map<number, string>();
  for (const i of new Set(records.best)) {
    best.set(i, canonicalSmiles(molecularGraphOf(elements, records.molecules[i]!)));
  }
  return records.step.map((step, i) => ({
    step,
    total_steps: totalSteps,
    cycle: cycleOf(step, resolved.steps_per_cycle),
    temperature: temperatureAt(resolved, step - 1),
    current_energy: records.current_energy[i]!,
    current_smiles: current[records.current[i]!]!,
    component_scores: Object.fromEntries(
      objective.components.map(({ name }, c) => [name, records.component_scores[c]![i]!]),
    ),
    best_energy: records.best_energy[i]!,
    best_smiles: best.get(records.best[i]!)!,
    accepted_moves: records.accepted_moves[i]!,
    rejected_moves: records.rejected_moves[i]!,
    invalid_moves: records.invalid_moves[i]!,
    disconnected_moves: records.disconnected_moves[i]!,
    accepted: STEP_OUTCOMES[records.outcome[i]!] === 'accepted',
    is_complete: isComplete && i === records.step.length - 1,
  }));
}

/** What is left of an event without its drawing, which is exempt from being the same bit for bit. */
export function withoutSvg(event: ProgressEvent): Omit<ProgressEvent, 'best_svg'> {
  const { best_svg: _, ...others } = event;
  return others;
}
