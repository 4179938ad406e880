/** Loaded into a server before it starts: SIGUSR2 puts its clock an hour ahead, SIGHUP an hour back. No root is needed. */
const hourMs = 3_600_000;
const RealDate = Date;
let ahead = 0;

const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, parts) => (parts.length === 0 ? new target(now()) : Reflect.construct(target, parts)),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('SIGUSR2', () => set(hourMs));
process.on('SIGHUP', () => set(-hourMs));

/** @param {number} step ms */
function set(step) {
  ahead += step;
  console.error(`clock set: ${ahead}`);
}
