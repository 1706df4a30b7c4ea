import './formula.css';
import { useComputed } from '@preact/signals';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import { formatCount } from '../format.ts';
import { useSetup } from '../setup/setup-context.ts';
import { judgeFormula } from './formula-judgement.ts';

const { label, maxLength, example } = PARAMETERS.formula;

/** The formula of the next run, judged while it is typed. */
export function FormulaField() {
  const setup = useSetup();
  const text = useComputed(() => setup.setup.value.formula);
  const judgement = useComputed(() => judgeFormula(text.value));
  const isImpossible = useComputed(() => judgement.value.kind === 'impossible');
  return (
    <div class="field formula-field">
      <label for="formula">{label}</label>
      <input
        id="formula"
        type="text"
        value={text}
        maxLength={maxLength}
        placeholder={example}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="formula-judgement"
        aria-invalid={isImpossible}
        onInput={(event) => setup.set('formula', event.currentTarget.value)}
      />
      <p id="formula-judgement" class="field-note" role="status" data-fault={isImpossible}>
        <Judgement judgement={judgement.value} />
      </p>
    </div>
  );
}

function Judgement({ judgement }: { readonly judgement: ReturnType<typeof judgeFormula> }) {
  if (judgement.kind === 'empty') return <>Element symbols with counts, such as {example}.</>;
  if (judgement.kind === 'impossible') return <>{judgement.message}</>;
  const { unsaturation, isomers, heavyAtoms } = judgement;
  return (
    <>
      {formatCount(heavyAtoms)} atoms besides hydrogen · degree of unsaturation {formatCount(unsaturation)}{' '}
      (rings plus double bonds, a triple bond counts two) ·{' '}
      {isomers === null
        ? 'nobody has counted its isomers here'
        : `${formatCount(isomers)} constitutional ${isomers === 1 ? 'isomer' : 'isomers'}${unsaturation > 3 ? ', Kekulé forms counted apart' : ''}`}
    </>
  );
}
