/** What the chair will say, as a sentence in the language of the page. */
import type { Call } from '../../../shared/domain/rules/announcement.ts';
import type { I18n } from '../../state/i18n-context.tsx';

type Words = Pick<I18n, 't'>;

/** `null` when nobody is left. Of those who follow only the names are said. */
export function announcementSentence([first, second, third]: readonly Call[], i18n: Words): string | null {
  if (first === undefined) return null;
  const call = givesFloorTo(first, i18n);
  if (second === undefined) return i18n.t('pace.announce.alone', { call });
  if (third === undefined) return i18n.t('pace.announce.oneMore', { call, second: second.name });
  return i18n.t('pace.announce.twoMore', { call, second: second.name, third: third.name });
}

/** Without a full stop: `I now give the floor to the distinguished representative of Egypt, on behalf of …`. */
function givesFloorTo(call: Call, i18n: Words): string {
  const words = i18n.t(`pace.announce.${call.kind}`, { name: nameWithRole(call, i18n) });
  return call.entry.kind === 'rightOfReply' ? i18n.t('pace.announce.inReply', { call: words }) : words;
}

function nameWithRole(call: Call, i18n: Words): string {
  const { kind, name } = call;
  if (kind === 'called') return name;
  const group = call.entry.onBehalfOf;
  const role = call.role ?? (group === null ? null : i18n.t('booth.onBehalfOf', { group }));
  return role === null ? name : i18n.t(`pace.announce.${kind}Role`, { name, role });
}
