/** A server on the loopback interface that answers as a test wants, and writes down what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Answer = (response: ServerResponse, request: IncomingMessage, count: number) => void;

export class TestServer implements AsyncDisposable {
  /** Paths, in the order in which they were asked for. */
  readonly asked: string[] = [];
  readonly #server;

  /** @param answers by path; what is not there is 404 */
  constructor(answers: Readonly<Record<string, Answer | string>>) {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.push(path);
      const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
      if (answer === undefined) response.writeHead(404).end('nothing here');
      else if (typeof answer === 'string') response.end(answer);
      else answer(response, request, this.asked.filter((other) => other === path).length);
    });
  }

  /** @returns the address, without a slash at its end */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
