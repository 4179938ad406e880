/** The command handler, with what became of each command counted. */
import type { Metrics } from '../lib/metrics.ts';
import type { CommandHandler } from './handle-command.ts';

export function meteredCommandHandler(handler: CommandHandler, metrics: Pick<Metrics, 'commandSettled'>): CommandHandler {
  return {
    async handle(hub, request) {
      const { type } = request.command;
      const started = performance.now();
      const settled = (outcome: string) => metrics.commandSettled(type, outcome, (performance.now() - started) / 1000);
      try {
        const outcome = await handler.handle(hub, request);
        settled(outcome.status);
        return outcome;
      } catch (fault) {
        settled('fault');
        throw fault;
      }
    },
    idle: () => handler.idle(),
  };
}
