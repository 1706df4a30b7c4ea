import type { ClassMember } from '@webfaulon/protocol';
import type { ResolvedConfiguration } from '@webfaulon/sa-core';

/** A student's place in a class, as this browser remembers it. */
export interface Membership {
  readonly code: string;
  /** With it, and only with it, the member reports. */
  readonly memberId: string;
  /** In the order of joining, from 1. */
  readonly number: number;
  /** As the board shows it. */
  readonly nickname: string | null;
  /** The run that is the member's part, with its own seed. */
  readonly configuration: ResolvedConfiguration;
  /** How far that run was played. */
  readonly step: number;
}

export function membershipOf(code: string, member: ClassMember): Membership {
  const { steps_per_second: _, ...configuration } = member.configuration;
  const { member_id: memberId, number, nickname } = member;
  return { code, memberId, number, nickname, configuration, step: 0 };
}

/** Null where the text is no membership: another version of the page may have written it. */
export function readMembership(text: string | null): Membership | null {
  try {
    const read: unknown = JSON.parse(text ?? '');
    return isMembership(read) ? read : null;
  } catch {
    return null;
  }
}

function isMembership(read: unknown): read is Membership {
  const { code, memberId, number, nickname, configuration, step } = (read ?? {}) as Partial<Membership>;
  return (
    typeof code === 'string' &&
    typeof memberId === 'string' &&
    Number.isSafeInteger(number) &&
    (nickname === null || typeof nickname === 'string') &&
    typeof configuration === 'object' &&
    typeof configuration?.formula === 'string' &&
    Number.isSafeInteger(step)
  );
}

/** Whether two configurations are of one run, whatever the order of their keys. */
export function isSameRun(one: ResolvedConfiguration, other: ResolvedConfiguration): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
