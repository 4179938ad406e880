/** Pages that are only a message: designed like the others, in the interface's language. */
import type { JSX } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { PreferenceChoosers } from './preference-choosers.tsx';

export function NotFoundPage(): JSX.Element {
  const i18n = useI18n();
  return (
    <MessagePage title={i18n.t('common.notFound.title')} advice={i18n.t('common.notFound.advice')}>
      <a class="button" data-kind="primary" href="/">
        {i18n.t('common.allMeetings')}
      </a>
    </MessagePage>
  );
}

export function BrokenPage(): JSX.Element {
  const i18n = useI18n();
  return (
    <MessagePage title={i18n.t('common.broken.title')} advice={i18n.t('common.broken.advice')}>
      <Button kind="primary" label={i18n.t('common.reload')} onPress={() => location.reload()} />
    </MessagePage>
  );
}

function MessagePage(props: { readonly title: string; readonly advice: string; readonly children: JSX.Element }): JSX.Element {
  const i18n = useI18n();
  return (
    <div class="page">
      <header class="top-bar">
        <span class="top-bar-title">{i18n.t('common.productName')}</span>
        <div class="top-bar-space" />
        <div class="top-bar-slot">
          <PreferenceChoosers />
        </div>
      </header>
      <main id="content" class="page-main">
        <div class="blank-state">
          <h1>{props.title}</h1>
          <p class="muted">{props.advice}</p>
          {props.children}
        </div>
      </main>
    </div>
  );
}
