// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cluster of Flink as it is deployed: a JobManager and TaskManagers, each a process of its own,
 * on the loopback interface. Any of them can be killed, and started again.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";

  private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");
  private static final Pattern CHECKPOINT = Pattern.compile("chk-([0-9]+)");

  /** The thread of a task, or one that is to end it, by how Flink names them. */
  private static final Pattern TASK = Pattern.compile("^\"[^\"]*\\(\\d+/\\d+\\)#\\d+");

  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\R");
  private static final Path JSTACK = Path.of(System.getProperty("java.home"), "bin", "jstack");

  private static final long PATIENCE_MILLIS = 120_000;
  private static final long THREADS_SECONDS = 20;
  private static final long POLL_MILLIS = 50;
  private static final long CLIENT_SECONDS = 120;
  private static final int LAST_WORDS = 30;

  /** As the scripts of Flink set them for Java 17. */
  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.net",
          "java.base/java.io",
          "java.base/java.nio",
          "java.base/java.text",
          "java.base/java.time",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/java.util.concurrent.locks",
          "java.base/sun.nio.ch");

  private final Path directory;
  private final Path checkpoints;
  private final String libraries;
  private final FlinkRest rest;
  private final Map<String, String> environment;
  private final List<Process> taskManagers = new ArrayList<>();
  private final Thread exitHook = new Thread(this::killAll, "stop the cluster");
  private Process jobManager;
  private int started;

  private FlinkCluster(
      Path directory, Path checkpoints, int restPort, Map<String, String> environment) {
    this.directory = directory;
    this.checkpoints = checkpoints;
    this.libraries = FlinkLibraries.classPath();
    this.rest = new FlinkRest(restPort);
    this.environment = Map.copyOf(environment);
    Runtime.getRuntime().addShutdownHook(exitHook);
  }

  /**
   * Starts it, and waits until all TaskManagers have registered.
   *
   * @param directory for its configuration, logs and what the processes write
   * @param checkpoints where checkpoints go
   * @param settings of Flink, beside those that a cluster of processes needs
   */
  public static FlinkCluster start(
      Path directory, Path checkpoints, int taskManagers, Map<String, String> settings)
      throws IOException, InterruptedException {
    return start(directory, checkpoints, taskManagers, settings, Map.of());
  }

  /**
   * The same, with variables in the environment of its processes.
   *
   * @param environment what they have beside that of this process
   */
  public static FlinkCluster start(
      Path directory,
      Path checkpoints,
      int taskManagers,
      Map<String, String> settings,
      Map<String, String> environment)
      throws IOException, InterruptedException {
    int restPort = freePort();
    var cluster = new FlinkCluster(directory, checkpoints, restPort, environment);
    try {
      FlinkConfiguration.write(directory, checkpoints, restPort, freePort(), settings);
      cluster.startJobManager();
      for (int i = 0; i < taskManagers; i++) {
        cluster.taskManagers.add(cluster.startTaskManager());
      }
      cluster.awaitTaskManagers();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process launch(String mainClass, Path log, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-XX:MaxMetaspaceSize=256m");
    // A quick start counts for more than a quick run.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
    command.add("-Dlog4j2.configurationFile=" + directory.resolve(FlinkConfiguration.LOGGING));
    command.addAll(List.of("-cp", libraries, mainClass));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("FLINK_CONF_DIR", directory.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Path log(String name) {
    return directory.resolve(String.format("%02d-%s.log", started++, name));
  }

  private Process startTaskManager() throws IOException {
    return launch(TASK_MANAGER, log("taskmanager"), "--configDir", directory.toString());
  }

  /** The one that there is has to be gone. */
  public void startJobManager() throws IOException, InterruptedException {
    jobManager = launch(JOB_MANAGER, log("jobmanager"), "--configDir", directory.toString());
    await(
        "the JobManager to answer",
        () -> {
          if (!jobManager.isAlive()) {
            throw new IllegalStateException("the JobManager does not start:\n" + lastWords());
          }
          return rest.answers();
        });
  }

  /** Waits until as many have registered as were started. */
  public void awaitTaskManagers() throws InterruptedException {
    await(
        "the TaskManagers to register",
        () -> {
          if (!taskManagers.stream().allMatch(Process::isAlive)) {
            throw new IllegalStateException("a TaskManager does not start:\n" + lastWords());
          }
          return rest.taskManagers() == taskManagers.size();
        });
  }

  /** At once, with {@code kill -9}; another one takes its place. */
  public void killTaskManager(int index) throws IOException {
    kill(taskManagers.get(index));
    taskManagers.set(index, startTaskManager());
  }

  public int taskManagers() {
    return taskManagers.size();
  }

  /** At once, with {@code kill -9}; no other one takes its place. */
  public void killJobManager() {
    kill(jobManager);
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Starts a job.
   *
   * @param from the checkpoint or savepoint that it goes on from
   * @param arguments of its own
   * @return its id
   * @throws IOException with what the client of Flink said
   */
  public String submit(Path jar, int parallelism, Optional<Path> from, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("run", "-d", "-p", Integer.toString(parallelism)));
    from.ifPresent(path -> command.addAll(List.of("-s", path.toUri().toString())));
    command.add(jar.toString());
    command.addAll(arguments);
    var log = log("client");
    var client = launch(CLIENT, log, command.toArray(String[]::new));
    if (!client.waitFor(CLIENT_SECONDS, TimeUnit.SECONDS)) {
      client.destroyForcibly();
    }
    var said = JOB_ID.matcher(Files.readString(log));
    if (client.exitValue() != 0 || !said.find()) {
      throw new IOException("the job does not start:\n" + lastWords(log));
    }
    return said.group(1);
  }

  /** The last checkpoint of a job that is complete. */
  public Optional<Path> latestCheckpoint(String job) throws IOException {
    var folder = checkpoints.resolve(job);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var all = Files.list(folder)) {
      return all.filter(one -> Files.exists(one.resolve("_metadata")))
          .filter(one -> number(one).matches())
          .max(Comparator.comparingLong(FlinkCluster::numberOf));
    }
  }

  private static Matcher number(Path checkpoint) {
    return CHECKPOINT.matcher(checkpoint.getFileName().toString());
  }

  private static long numberOf(Path checkpoint) {
    var number = number(checkpoint);
    return number.matches() ? Long.parseLong(number.group(1)) : -1;
  }

  /** Waits until all tasks of a job run. */
  public void awaitRunning(String job) throws InterruptedException {
    await("job " + job + " to run", () -> rest.isRunning(job));
  }

  /** Whether all tasks of a job run. */
  public boolean isRunning(String job) throws IOException {
    return rest.isRunning(job);
  }

  /** Waits for something about the cluster; fails with what its processes said last. */
  public void await(String what, Condition condition) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (true) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (IOException e) {
        // Whoever was killed does not answer; whoever never answers runs into the deadline.
      }
      if (System.currentTimeMillis() > deadline) {
        throw new IllegalStateException(
            "waited in vain for " + what + ":\n" + rest.overview() + "\n" + lastWords() + tasks());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** What the tasks are at: one that does not end tells nobody why. */
  private String tasks() throws InterruptedException {
    var tasks = new StringBuilder();
    for (var taskManager : taskManagers) {
      tasks.append("--- threads of process ").append(taskManager.pid()).append('\n');
      try {
        var dump = directory.resolve("threads-" + taskManager.pid() + ".txt");
        var stacks =
            new ProcessBuilder(JSTACK.toString(), Long.toString(taskManager.pid()))
                .redirectErrorStream(true)
                .redirectOutput(dump.toFile())
                .start();
        if (!stacks.waitFor(THREADS_SECONDS, TimeUnit.SECONDS)) {
          stacks.destroyForcibly();
        }
        BLANK_LINE
            .splitAsStream(Files.readString(dump))
            .filter(thread -> TASK.matcher(thread).find())
            .forEach(thread -> tasks.append(thread).append("\n\n"));
      } catch (IOException e) {
        tasks.append("not to be had: ").append(e.getMessage()).append('\n');
      }
    }
    return tasks.toString();
  }

  private String lastWords() {
    try (var logs = Files.list(directory)) {
      var words = new StringBuilder();
      for (var log : logs.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
        words.append("--- ").append(log.getFileName()).append('\n').append(lastWords(log));
      }
      return words.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lastWords(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()))
        + "\n";
  }

  /** What the JobManager tells of a job. */
  public JsonNode job(String job) throws IOException {
    return rest.get("/jobs/" + job);
  }

  /** What a job has counted so far, by name; as of the last heartbeats. */
  public Map<String, Long> counts(String job) throws IOException {
    return rest.counts(job);
  }

  /** Checkpoints of a job: {@code completed}, {@code failed} and so on. */
  public JsonNode checkpoints(String job) throws IOException {
    return rest.get("/jobs/" + job + "/checkpoints").path("counts");
  }

  public void cancel(String job) throws IOException, InterruptedException {
    rest.cancel(job);
    await("job " + job + " to end", () -> rest.hasEnded(job));
  }

  private void killAll() {
    if (jobManager != null) {
      jobManager.destroyForcibly();
    }
    taskManagers.forEach(Process::destroyForcibly);
  }

  @Override
  public void close() {
    killAll();
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      // The machine is going down, and the hook is running.
    }
  }

  /** Something that may come to hold. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws IOException;
  }
}
