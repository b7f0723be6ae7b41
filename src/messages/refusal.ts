/** An error that the sender of a message is told: `code` for programs, the message a sentence for people. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
