/** The pictures: what starts what, what goes where, and when. */
import { html, type Markup } from '../markup.ts';
import { type Scene, section } from '../scene.ts';
import { dataFlow } from './flow.ts';
import { graphs } from './graph.ts';
import { timeline } from './timeline.ts';

export function picturesSection(scene: Scene): Markup {
  const { data, words } = scene;
  const content =
    data.units.length === 0
      ? html`<p>${words.say('matrix.none')}</p>`
      : html`${graphs(scene)}${dataFlow(scene)}${timeline(scene)}`;
  return section('pictures', words.say('pictures'), content);
}
