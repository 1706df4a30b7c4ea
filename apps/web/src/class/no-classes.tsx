/** Why there is no class here. */
export function NoClasses() {
  return (
    <p class="class-note">
      This page computes in your browser alone. A class needs the WebFaulon server, which pools what its
      members find: open the page from one.
    </p>
  );
}
