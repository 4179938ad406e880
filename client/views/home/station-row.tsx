import { createSignal, type JSX, Show } from 'solid-js';
import { isLanguage, ownNames } from '../../../shared/reference/languages.ts';
import { boothLanguage, boothName, stationKind } from '../../../shared/domain/stations.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import type { StationLink } from '../../state/meetings-list.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageTag } from '../../ui/chip.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { QrCode } from '../../ui/qr-code.tsx';

/** One station: what it is for, and its link to open, to copy and to scan. */
export function StationRow(props: { readonly link: StationLink }): JSX.Element {
  const i18n = useI18n();
  const [copied, setCopied] = createSignal(false);
  const [codeOpen, setCodeOpen] = createSignal(false);
  const name = (): string => i18n.stationName(props.link.station);

  async function copy(): Promise<void> {
    const done = await copyText(props.link.url);
    setCopied(done);
    // The dialog shows the link as text, which can always be copied by hand.
    if (!done) setCodeOpen(true);
  }

  return (
    <li class="home-station" data-station={props.link.station}>
      <div class="home-station-name">
        <span class="home-station-head">
          <Show when={boothLanguage(props.link.station)}>{(code) => <LanguageTag code={code()} />}</Show>
          <a class="home-station-link" href={props.link.url} target="_blank" rel="noopener">
            {name()}
          </a>
        </span>
        <Purpose station={props.link.station} />
      </div>
      <Button
        compact
        label={copied() ? i18n.t('common.copied') : i18n.t('common.copy')}
        spokenLabel={i18n.t('home.copyLinkOf', { station: name() })}
        onPress={copy}
      />
      <Button
        compact
        label={i18n.t('home.code')}
        spokenLabel={i18n.t('home.codeOf', { station: name() })}
        onPress={() => setCodeOpen(true)}
      />
      <Dialog
        open={codeOpen()}
        title={i18n.t('home.codeOf', { station: name() })}
        closeLabel={i18n.t('common.close')}
        onClose={() => setCodeOpen(false)}
      >
        <div class="home-code">
          <QrCode text={props.link.url} label={i18n.t('home.codeOf', { station: name() })} />
          <p>{i18n.t('home.codeAdvice')}</p>
          <code class="home-example">{props.link.url}</code>
        </div>
      </Dialog>
    </li>
  );
}

/** A booth needs no explanation but its language's own name. */
function Purpose(props: { readonly station: StationLink['station'] }): JSX.Element {
  const i18n = useI18n();
  const language = boothLanguage(props.station);
  const kind = stationKind(props.station);
  const booth = boothName(props.station);
  if (language !== null) {
    return (
      <bdi class="muted home-purpose" lang={language}>
        {ownNames[language]}
      </bdi>
    );
  }
  if (booth !== null && !isLanguage(booth)) return <span class="muted home-purpose">{i18n.t(`home.purpose.${booth}`)}</span>;
  if (kind === 'admin' || kind === 'booth') return null;
  return <span class="muted home-purpose">{i18n.t(`home.purpose.${kind}`)}</span>;
}
