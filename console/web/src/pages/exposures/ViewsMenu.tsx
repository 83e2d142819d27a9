// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown, {
  type ButtonDropdownProps,
} from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useFlash } from '../../app/slots.ts';
import { useStored } from '../../app/use-stored.ts';
import { strings } from '../../strings.ts';
import { NameView } from './NameView.tsx';

interface SavedView {
  name: string;
  /** The address behind `?`. */
  search: string;
}

const words = strings.exposures;

/** Views that a person has named, and the link to the one that is shown. */
export function ViewsMenu() {
  const [views, setViews] = useStored<SavedView[]>('breakwater.views', []);
  const [naming, setNaming] = useState(false);
  const flash = useFlash();

  const save = (name: string) => {
    const others = views.filter((view) => view.name !== name);
    setViews([...others, { name, search: window.location.search }]);
    setNaming(false);
    flash({ type: 'success', content: words.viewSaved(name) });
  };
  const copyLink = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => flash({ type: 'success', content: words.linkCopied }),
      () => flash({ type: 'warning', content: words.linkNotCopied }),
    );
  const chosen = (id: string) => {
    if (id === 'save') setNaming(true);
    else if (id === 'copy') void copyLink();
    else if (id.startsWith('delete:'))
      setViews(views.filter(({ name }) => `delete:${name}` !== id));
    else
      navigate(window.location.pathname + views.find(({ name }) => `show:${name}` === id)?.search);
  };

  return (
    <>
      <ButtonDropdown
        items={menuOf(views)}
        expandableGroups
        onItemClick={({ detail }) => chosen(detail.id)}
      >
        {words.views}
      </ButtonDropdown>
      {naming && <NameView onSave={save} onCancel={() => setNaming(false)} />}
    </>
  );
}

function menuOf(views: SavedView[]): ButtonDropdownProps.Items {
  const own: ButtonDropdownProps.Items = [
    { id: 'save', text: words.saveView },
    { id: 'copy', text: words.copyLink, iconName: 'copy' },
  ];
  if (views.length === 0) return own;
  return [
    ...views.map(({ name }) => ({ id: `show:${name}`, text: name })),
    ...own,
    {
      text: words.deleteViews,
      items: views.map(({ name }) => ({ id: `delete:${name}`, text: name })),
    },
  ];
}
