/** Why a file cannot be read at all. Thrown by readers, caught where the worker answers. */
import type { IntakeRefusalCode } from '../../shared/domain/intake.ts';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly code: IntakeRefusalCode;

  constructor(code: IntakeRefusalCode) {
    super(code);
    this.code = code;
  }
}
