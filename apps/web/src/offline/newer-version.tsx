import './offline.css';
import { changeToNewerVersion, newerVersion } from './offline-copy.ts';

/** Offers a newer version of the page. Until it is taken all parts of the old one stay, so that nothing breaks in mid-run. */
export function NewerVersion() {
  return (
    <div class="newer-version" role="status">
      {newerVersion.value !== null && (
        <>
          A newer version of this page is ready.{' '}
          <button type="button" class="button-quiet" onClick={changeToNewerVersion}>
            Use it
          </button>
        </>
      )}
    </div>
  );
}
