// SPDX-License-Identifier: Apache-2.0
/**
 * Stand-ins for the services that Breakwater's response job writes to.
 *
 * <p>A fake is a {@link io.breakwater.fakes.FakeService}: it keeps state, refuses what the real
 * service would refuse, in the form in which that service refuses, and takes the time from its
 * caller. Tests call it directly on a virtual clock, or put it behind HTTP with {@link
 * io.breakwater.fakes.FakeServer}. What goes wrong on the way is decided by {@link
 * io.breakwater.fakes.Troubles} and is the same for every service.
 */
package io.breakwater.fakes;
