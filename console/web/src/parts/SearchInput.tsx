// SPDX-License-Identifier: Apache-2.0
import Input from '@cloudscape-design/components/input';
import { useEffect, useRef, useState } from 'react';

const PAUSE = 250;

interface SearchInputProps {
  label: string;
  hint: string;
  value: string;
  onSearch: (words: string) => void;
}

/** Words to search for, which are told once whoever types them pauses. */
export function SearchInput({ label, hint, value, onSearch }: SearchInputProps) {
  const [words, setWords] = useState(value);
  const told = useRef(value);
  const tell = useRef(onSearch);
  tell.current = onSearch;

  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setWords(value);
  }, [value]);

  useEffect(() => {
    if (words === told.current) return;
    const timer = window.setTimeout(() => {
      told.current = words;
      tell.current(words);
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [words]);

  return (
    <Input
      type="search"
      value={words}
      placeholder={hint}
      ariaLabel={label}
      onChange={({ detail }) => setWords(detail.value)}
    />
  );
}
