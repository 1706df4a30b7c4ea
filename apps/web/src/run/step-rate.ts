const WINDOW_MILLISECONDS = 1500;
const LEAST_MILLISECONDS = 300;

/** How fast steps are being played, measured over about the last second and a half. */
export class StepRate {
  /** In ascending order of time; the first is the last one before the window, if there is any. */
  private marks: { readonly step: number; readonly time: number }[] = [];

  /** Notes that a step was reached at a time in milliseconds, and answers steps per second; null while too little is known. */
  add(step: number, time: number): number | null {
    this.marks.push({ step, time });
    const inWindow = this.marks.findIndex((mark) => mark.time >= time - WINDOW_MILLISECONDS);
    this.marks = this.marks.slice(Math.max(0, inWindow - 1));
    const [first] = this.marks;
    const elapsed = time - first!.time;
    return elapsed < LEAST_MILLISECONDS ? null : ((step - first!.step) * 1000) / elapsed;
  }

  clear(): void {
    this.marks = [];
  }
}
