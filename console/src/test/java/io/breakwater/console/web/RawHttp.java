// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Pattern;

/** Requests letter by letter: what no client would send. */
public final class RawHttp {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");
  private static final int PATIENCE_MILLIS = 30_000;

  private final int port;

  public RawHttp(int port) {
    this.port = port;
  }

  /**
   * What comes back until the server closes the connection.
   *
   * @param request in which {@code PORT} is the port of the server
   */
  public String exchange(String request) throws IOException {
    try (var socket = connect()) {
      send(socket, request);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  /** The status of the first answer. */
  public int status(String request) throws IOException {
    try (var socket = connect()) {
      send(socket, request);
      var in = new InputStreamReader(socket.getInputStream(), ISO_8859_1);
      var line = new BufferedReader(in).readLine();
      var status = STATUS.matcher(line == null ? "" : line);
      if (!status.lookingAt()) {
        throw new IOException("no answer: " + line);
      }
      return Integer.parseInt(status.group(1));
    }
  }

  /** How many answers came. */
  public static long answers(String exchanged) {
    return STATUS.matcher(exchanged).results().count();
  }

  public Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  public void send(Socket socket, String request) throws IOException {
    var text = request.replace("PORT", Integer.toString(port));
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }
}
