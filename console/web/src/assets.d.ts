// SPDX-License-Identifier: Apache-2.0
declare module '*.css';

declare module '*.svg' {
  const address: string;
  export default address;
}
