interface NoClassesProps {
  /** The class whose link was followed; null for none. */
  readonly code: string | null;
}

/** Why there is no class here. */
export function NoClasses({ code }: NoClassesProps) {
  return (
    <div class="invitation">
      {code !== null && <h1>Class {code}</h1>}
      <p class="class-note">
        This page computes in your browser alone. A class needs the WebFaulon server, which pools what its
        members find: open the page from one.
      </p>
    </div>
  );
}
