import type { JSX } from 'solid-js';
import { createMemo } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Freshness } from '../../ui/freshness.tsx';

/** `Live · 11 ms`, or `Not live since 16:41:07 · 14 s old`. */
export function ConnectionFreshness(): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const status = createMemo(() => state.connection().status);
  const text = (): string => {
    const { since, ageMs, latencyMs } = state.connection();
    switch (status()) {
      case 'connecting':
        return i18n.t('common.connecting');
      case 'live':
        return latencyMs === null ? i18n.t('common.live') : i18n.t('common.liveWithin', { ms: Math.round(latencyMs) });
      case 'stopped':
        return i18n.t('common.stopped');
      case 'notLive': {
        const timeZone = state.meeting()?.timeZone;
        if (since === null || timeZone === undefined) return i18n.t('common.notLive');
        const age = i18n.t('common.seconds', { count: Math.floor(ageMs() / 1_000) });
        return i18n.t('common.notLiveSince', { time: i18n.clock(since, timeZone, 'seconds'), age });
      }
    }
  };
  const spoken = (): string => {
    switch (status()) {
      case 'connecting':
        return i18n.t('common.connecting');
      case 'live':
        return i18n.t('common.live');
      case 'notLive':
        return i18n.t('common.becameNotLive');
      case 'stopped':
        return i18n.t('common.stopped');
    }
  };
  return <Freshness state={status()} text={text()} spoken={spoken()} />;
}
