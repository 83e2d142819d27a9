// SPDX-License-Identifier: Apache-2.0
// The filter of the API as the property filter of the page has it, and back.
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { Condition, Filter, Operator } from '../../api/filter.ts';

type Token = PropertyFilterProps.Token;
type TokenGroup = PropertyFilterProps.TokenGroup;
type Query = PropertyFilterProps.Query;

export const symbols: Record<Operator, string> = {
  equals: '=',
  'not-equals': '!=',
  contains: ':',
  'not-contains': '!:',
  prefix: '^',
  'prefix-not-equals': '!^',
  after: '>',
  before: '<',
};

const OPERATORS = Object.fromEntries(
  Object.entries(symbols).map(([operator, symbol]) => [symbol, operator as Operator]),
);

/** Words become tokens without a property. Undefined when the filter is nested too deeply to be shown. */
export function queryOf(filter: Filter | undefined, q: string): Query | undefined {
  const words: Token[] = q
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((value) => ({ operator: ':', value }));
  if (filter === undefined) return grouped('and', words);
  const { operation, parts } = topOf(filter);
  const tokens = parts.map(tokenOf);
  if (tokens.some((token) => token === undefined)) return undefined;
  if (operation === 'or' && words.length > 0) return undefined;
  return grouped(operation, [...(tokens as (Token | TokenGroup)[]), ...words]);
}

export function filterOf(query: Query): { filter: Filter | undefined; q: string } {
  const tokens = query.tokenGroups ?? query.tokens;
  const words: string[] = [];
  const filters = filtersOf(tokens, words);
  return { filter: joined(query.operation, filters), q: words.join(' ') };
}

function grouped(operation: Query['operation'], tokenGroups: (Token | TokenGroup)[]): Query {
  return { operation, tokens: [], tokenGroups };
}

function topOf(filter: Filter): { operation: Query['operation']; parts: Filter[] } {
  if ('all' in filter) return { operation: 'and', parts: filter.all };
  if ('any' in filter && !isOneField(filter.any)) return { operation: 'or', parts: filter.any };
  return { operation: 'and', parts: [filter] };
}

function isOneField(filters: Filter[]): boolean {
  return (
    filters.every(isCondition) &&
    new Set((filters as Condition[]).map((condition) => condition.field)).size === 1
  );
}

function tokenOf(filter: Filter): Token | TokenGroup | undefined {
  if (isCondition(filter)) return conditionToken(filter);
  const inner = 'all' in filter ? filter.all : filter.any;
  if (!inner.every(isCondition)) return undefined;
  return {
    operation: 'all' in filter ? 'and' : 'or',
    tokens: (inner as Condition[]).map(conditionToken),
  };
}

function conditionToken({ field, operator, value }: Condition): Token {
  return { propertyKey: field, operator: symbols[operator], value };
}

function filtersOf(tokens: readonly (Token | TokenGroup)[], words: string[]): Filter[] {
  return tokens.flatMap((token): Filter[] => {
    if ('tokens' in token) {
      const group = joined(token.operation, filtersOf(token.tokens, words));
      return group ? [group] : [];
    }
    if (token.propertyKey === undefined) {
      words.push(String(token.value));
      return [];
    }
    const operator = OPERATORS[token.operator] ?? 'equals';
    return [{ field: token.propertyKey, operator, value: String(token.value) }];
  });
}

function joined(operation: Query['operation'], filters: Filter[]): Filter | undefined {
  if (filters.length < 2) return filters[0];
  return operation === 'and' ? { all: filters } : { any: filters };
}

function isCondition(filter: Filter): filter is Condition {
  return 'field' in filter;
}
