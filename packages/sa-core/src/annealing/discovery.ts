import { redrawAs } from '../displacement/labelled-isomer.ts';
import { SaCoreError } from '../errors.ts';
import { codeOf } from '../molecule/canonical-code.ts';
import { type Canonizer, createCanonizer } from '../molecule/canonical-form.ts';
import { createMolecularGraph, type MolecularGraph } from '../molecule/molecular-graph.ts';
import type { Annealing } from './annealing.ts';
import { CodeIndex, hashOf } from './code-index.ts';
import { configurationHash } from './configuration-hash.ts';
import { type DiscoveryState, startDiscovery } from './discovery-state.ts';
import type { Kernel } from './kernel/kernel.ts';

type Position = Pick<Kernel, 'view' | 'energy'>;

/**
 * Watches which isomers a run stands at: give one to {@link Annealer.run}. It looks at every step, whatever a recorder
 * asks for, and changes none. What it finds depends on the steps watched, not on the slices in which they were made.
 *
 * Memory is bounded: once as many isomers are known as the capacity says, it goes on to count the visits of these, and
 * counts all others together.
 */
export class Discovery {
  /** Scratch: the molecule that is being located. */
  private readonly graph: MolecularGraph;
  private readonly canonizer: Canonizer;
  private readonly start: DiscoveryState;
  private step: number;
  private readonly codes: string[];
  private readonly energies: number[];
  private readonly firstSteps: number[];
  private readonly visits: number[];
  private visitsElsewhere: number;
  /** Of `codes`. */
  private readonly index: CodeIndex;
  /** The place of the isomer that the run stands at, or -1 if that is not remembered. */
  private current = -1;

  /**
   * @param state where to go on from; by default all steps of the run are watched, and 10,000 isomers remembered
   * @throws {SaCoreError} checkpoint_foreign if the state belongs to a run of another configuration
   */
  constructor(annealing: Annealing, state: DiscoveryState = startDiscovery(annealing)) {
    if (state.configuration_hash !== configurationHash(annealing.configuration)) {
      throw new SaCoreError(
        'checkpoint_foreign',
        'The discovery belongs to a run of another configuration. Continue it with the configuration that it was made with.',
      );
    }
    this.graph = createMolecularGraph(annealing.elements);
    this.canonizer = createCanonizer(annealing.elements.length);
    this.start = state;
    this.step = state.step;
    this.codes = [...state.codes];
    this.energies = [...state.energies];
    this.firstSteps = [...state.first_steps];
    this.visits = [...state.visits];
    this.visitsElsewhere = state.visits_elsewhere;
    this.index = new CodeIndex(this.codes);
  }

  /**
   * Takes up watching at a step, at the isomer that the run stands at.
   *
   * @throws {SaCoreError} checkpoint_invalid if it is not the step up to which the run was watched
   */
  begin(step: number, at: Position): void {
    if (this.step !== step) {
      throw new SaCoreError(
        'checkpoint_invalid',
        `The discovery has watched the run up to step ${this.step}, and the run stands at step ${step}. Keep the ` +
          'discovery and the checkpoint of one step together.',
      );
    }
    this.locate(step, at);
  }

  /** Counts the steps up to one that was accepted. Since the last such one the run has stood where it was. */
  arrive(step: number, at: Position): void {
    this.stand(step - 1);
    this.locate(step, at);
    this.stand(step);
  }

  /** Counts the steps up to this one, in which the run has stood where it was. */
  stand(step: number): void {
    const steps = step - this.step;
    if (this.current === -1) this.visitsElsewhere += steps;
    else this.visits[this.current]! += steps;
    this.step = step;
  }

  private locate(step: number, at: Position): void {
    redrawAs(this.graph, at.view);
    const { characters } = this.canonizer;
    const length = this.canonizer.writeCanonicalCode(this.graph);
    const hash = hashOf(characters, length);
    this.current = this.index.find(characters, length, hash);
    if (this.current !== -1 || this.codes.length >= this.start.capacity) return;
    this.current = this.codes.push(codeOf(characters, length)) - 1;
    this.index.append(hash);
    this.energies.push(at.energy);
    this.firstSteps.push(step);
    this.visits.push(0);
  }

  /** A copy that later steps do not change. */
  state(): DiscoveryState {
    const { configuration_hash, from_step, capacity } = this.start;
    return {
      configuration_hash,
      from_step,
      step: this.step,
      capacity,
      codes: [...this.codes],
      energies: [...this.energies],
      first_steps: [...this.firstSteps],
      visits: [...this.visits],
      visits_elsewhere: this.visitsElsewhere,
    };
  }
}
