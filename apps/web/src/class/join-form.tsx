import { useSignal } from '@preact/signals';
import { classCode } from './class-address.ts';
import { useClass } from './class-context.ts';
import type { RunScreen } from './run-screen.ts';

const MAX_NICKNAME_LENGTH = 24;

interface JoinFormProps {
  /** Null lets it be typed. */
  readonly code: string | null;
  readonly runScreen: RunScreen;
}

/** One tap takes a place in the class and starts the member's run. */
export function JoinForm({ code, runScreen }: JoinFormProps) {
  const classes = useClass();
  const typed = useSignal('');
  const nickname = useSignal('');
  const isJoining = useSignal(false);
  const isUnreadable = useSignal(false);
  const trouble = useSignal('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const wanted = code ?? classCode(typed.value);
    isUnreadable.value = wanted === null;
    trouble.value = wanted === null ? 'A code has six letters and digits, such as K7WQ3N.' : '';
    if (wanted === null) return;
    isJoining.value = true;
    const refusal = await classes.join(wanted, nickname.value);
    if (refusal === null) await classes.play(runScreen);
    else trouble.value = refusal.message;
    isJoining.value = false;
  };
  return (
    <form class="class-form join-form" onSubmit={submit}>
      {code === null && (
        <div class="field">
          <label for="class-code">Code of the class</label>
          <input
            id="class-code"
            class="class-code-input"
            type="text"
            value={typed}
            maxLength={16}
            placeholder="K7WQ3N"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={isUnreadable}
            aria-describedby="join-trouble"
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
        </div>
      )}
      <div class="field">
        <label for="class-nickname">Nickname, if you like</label>
        <input
          id="class-nickname"
          type="text"
          value={nickname}
          maxLength={MAX_NICKNAME_LENGTH}
          autocomplete="nickname"
          onInput={(event) => (nickname.value = event.currentTarget.value)}
        />
        <p class="field-note">The board shows it to everybody. Without one you are a number.</p>
      </div>
      <button type="submit" class="button-main" disabled={isJoining}>
        Join and start my run
      </button>
      <p class="class-trouble" id="join-trouble" role="alert">
        {trouble}
      </p>
    </form>
  );
}
