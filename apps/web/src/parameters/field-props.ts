/** What the control of one parameter needs. */
export interface FieldProps<P, V> {
  readonly parameter: P;
  readonly id: string;
  readonly value: V;
  readonly describedBy: string;
  readonly isFaulty: boolean;
  readonly onChange: (value: V) => void;
}
