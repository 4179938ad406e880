/** Entry of the output pages, which vision mixers open: nothing of the application, no words, transparent, blank at birth. */
import './styles/fonts.css';
import { render } from 'solid-js/web';
import { must } from '../shared/lib/assert.ts';
import { outputRouteOf } from './output-route.ts';
import { OutputPage } from './views/output/output-page.tsx';

// An address that names no output stays blank: whatever this page says may be on air.
const route = outputRouteOf(location.pathname);
if (route !== null) render(() => <OutputPage {...route} />, must(document.getElementById('output'), 'an element #output in output.html'));
