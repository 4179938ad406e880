/** What is asked of each socket once a second: does it read, does it say anything, did it say hello? */
import { limits } from '../../shared/protocol/limits.ts';
import { type Connection, rankOf } from './connection.ts';

/**
 * Who was not heard for `pingAfter` ms is asked for a sign of life; any frame of its own is one. Pages take their server for
 * gone much earlier (2.5 beacons), so no page loses a socket that it still believes in. Pages say something every 20 s (the
 * clock), so those that only watch are hardly ever asked. Our choice.
 */
const heartbeat = { works: { pingAfter: 5_000, silence: 15_000 }, watches: { pingAfter: 22_000, silence: 32_000 } } as const;

export function checkUp(connection: Connection): void {
  const { pingAfter, silence } = heartbeat[rankOf(connection.session.station) === 'stations' ? 'works' : 'watches'];
  const silentForMs = connection.silentForMs();
  if (connection.isTooSlow()) connection.close('slow');
  // Who lags answers late, since what asks it waits behind the rest: that has a limit of its own.
  else if (silentForMs > silence && !connection.isLagging()) connection.close('heartbeat');
  else if (!connection.saidHello() && connection.openForMs() > limits.helloWithinMs) connection.close('badMessage');
  else if (silentForMs > pingAfter) connection.ping();
}
