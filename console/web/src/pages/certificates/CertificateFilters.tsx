// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { useCoverage } from '../../api/summary.ts';
import { useAddress } from '../../app/use-address.ts';
import { Choice } from '../../parts/Choice.tsx';
import { SearchInput } from '../../parts/SearchInput.tsx';
import { ValueSelect } from '../../parts/ValueSelect.tsx';
import { strings } from '../../strings.ts';
import type { CertificatesView } from './view.ts';

/** Which certificates, by words, account and whether their alerts are open. */
export function CertificateFilters(props: {
  view: CertificatesView;
  rows: readonly CertificateRow[];
}) {
  const { search, view, range } = props.view;
  const [, change] = useAddress();
  const heard = useCoverage().data?.heard ?? [];
  const accounts = [...new Set([...heard, ...props.rows].map(({ account }) => account))].sort();
  return (
    <div className="bw-cert-filters">
      <div className="bw-cert-search">
        <SearchInput
          label={strings.certificates.searchLabel}
          hint={strings.certificates.searchHint}
          value={search.q ?? ''}
          onSearch={(q) => change({ q }, { replace: true })}
        />
      </div>
      <div className="bw-cert-account">
        <ValueSelect
          label={strings.certificates.account}
          all={strings.certificates.allAccounts}
          values={accounts}
          chosen={search.account ?? ''}
          onChoose={(account) => change({ account })}
        />
      </div>
      <Choice
        label={strings.certificates.alerts}
        options={strings.certificates.alertStates}
        chosen={search.state}
        onChoose={(state) => change({ state: state === 'open' ? undefined : state })}
      />
      {view === 'timeline' && (
        <Choice
          label={strings.certificates.range}
          options={strings.certificates.ranges}
          chosen={range}
          onChoose={(chosen) => change({ range: chosen })}
        />
      )}
    </div>
  );
}
