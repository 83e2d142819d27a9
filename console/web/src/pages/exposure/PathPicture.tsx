// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useEffect, useRef } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { ExposureFinding } from '../../api/finding.ts';
import { paths } from '../../app/paths.ts';
import { useTheme } from '../../app/theme.ts';
import { attackPathOf, draw, type Drawn } from '../../attack-path/index.ts';
import { strings } from '../../strings.ts';

const words = strings.exposure;

/** How the resources hang together, and how far one gets from here. */
export function PathPicture({ finding }: { finding: ExposureFinding }) {
  const blast = finding.unmapped.blast_radius;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={blast && words.blastRadius(blast.resources, blast.at_least, blast.sensitive)}
        >
          {words.path}
        </Header>
      }
    >
      {finding.finding_info.attack_graph ? (
        <Picture finding={finding} />
      ) : (
        <Box color="text-body-secondary">{words.noPath}</Box>
      )}
    </Container>
  );
}

function Picture({ finding }: { finding: ExposureFinding }) {
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const theme = useTheme();
  const told = JSON.stringify(finding);

  // Answers come anew all the time: the picture stays as somebody has arranged it while it says the same.
  useEffect(() => {
    const picture = draw(container.current!, attackPathOf(JSON.parse(told)), {
      theme,
      fileName: finding.finding_info.uid,
      onOpen: (uid) => navigate(paths.resource(uid)),
    });
    drawn.current = picture;
    return () => picture.destroy();
  }, [told]);
  useEffect(() => drawn.current?.setTheme(theme), [theme]);
  return <div ref={container} />;
}
