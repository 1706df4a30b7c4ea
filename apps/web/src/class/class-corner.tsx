import { useComputed } from '@preact/signals';
import { useClass } from './class-context.ts';
import { JoinForm } from './join-form.tsx';
import { NoClasses } from './no-classes.tsx';
import { OpenClassForm } from './open-class-form.tsx';
import type { RunScreen } from './run-screen.ts';

/** On the first screen: join a class, or open one. */
export function ClassCorner({ runScreen }: { readonly runScreen: RunScreen }) {
  const classes = useClass();
  const place = useComputed(() => classes.membership.value?.code ?? null);
  return (
    <section class="class-corner" aria-labelledby="class-corner-title">
      <h2 id="class-corner-title">Together, as a class</h2>
      {classes.isAvailable ? (
        <div class="class-forms">
          <div class="class-card">
            <h3>Join</h3>
            <JoinForm code={null} runScreen={runScreen} />
            {place.value !== null && (
              <p class="class-note">
                You have a place in class <code>{place}</code>.{' '}
                <button type="button" class="class-go-on" onClick={() => classes.play(runScreen)}>
                  Back to my run
                </button>
              </p>
            )}
          </div>
          <OpenClassForm />
        </div>
      ) : (
        <NoClasses code={null} />
      )}
    </section>
  );
}
