// SPDX-License-Identifier: Apache-2.0
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { strings } from '../strings.ts';
import { paths } from './paths.ts';

/** Searches exposures by words, from any page. */
export function Search() {
  const [words, setWords] = useState('');
  return (
    <Input
      type="search"
      value={words}
      placeholder={strings.frame.searchHint}
      ariaLabel={strings.frame.search}
      onChange={({ detail }) => setWords(detail.value)}
      onKeyDown={({ detail }) => {
        if (detail.key !== 'Enter' || words.trim() === '') return;
        navigate(paths.exposures({ q: words.trim() }));
        setWords('');
      }}
    />
  );
}
