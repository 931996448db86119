package lantian.bench.peer;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable at its best: a process instance with one user task for each duty, a hundred started in a
 * transaction, without history. (Its multi-instance task grows slower with their number.)
 */
public final class FlowableTasks implements AutoCloseable {

  public static final String VERSION = "8.0.0";

  private static final String PROCESS = "duty";
  private static final int A_TRANSACTION = 100;
  private static final int THREADS = 2;

  private final ProcessEngine engine;
  private final ProcessEngineConfigurationImpl configuration;

  /** Works in a database of its own on the server of {@code url}. */
  public FlowableTasks(String server, String user, String password) throws SQLException {
    try (var connection = DriverManager.getConnection(server + "postgres", user, password);
        var statement = connection.createStatement()) {
      statement.execute("create database flowable");
    }
    configuration = new StandaloneProcessEngineConfiguration();
    configuration.setJdbcUrl(server + "flowable");
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcUsername(user);
    configuration.setJdbcPassword(password);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("none");
    configuration.setAsyncExecutorActivate(false);
    configuration.setDisableEventRegistry(true);
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addBpmnModel("duty.bpmn", model()).deploy();
  }

  /** Starts so many; how many a second. */
  public double start(int tasks) throws Exception {
    var work = new ArrayList<Callable<Void>>();
    for (int begun = 0; begun < tasks; begun += A_TRANSACTION) {
      int first = begun;
      int last = Math.min(tasks, begun + A_TRANSACTION);
      work.add(() -> inOneTransaction(first, last));
    }
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      long began = System.nanoTime();
      for (var outcome : threads.invokeAll(work)) {
        outcome.get();
      }
      return tasks * 1e9 / (System.nanoTime() - began);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Void inOneTransaction(int first, int last) {
    return engine
        .getManagementService()
        .executeCommand(
            _ -> {
              for (int i = first; i < last; i++) {
                engine.getRuntimeService().startProcessInstanceByKey(PROCESS, "unit-" + i);
              }
              return null;
            });
  }

  private static BpmnModel model() {
    var start = new StartEvent();
    start.setId("assigned");
    var task = new UserTask();
    task.setId("do");
    task.setName("按照操作方案落实减排措施");
    task.setAssignee("liaison");
    var end = new EndEvent();
    end.setId("done");
    var process = new Process();
    process.setId(PROCESS);
    process.addFlowElement(start);
    process.addFlowElement(task);
    process.addFlowElement(end);
    process.addFlowElement(new SequenceFlow("assigned", "do"));
    process.addFlowElement(new SequenceFlow("do", "done"));
    var model = new BpmnModel();
    model.addProcess(process);
    return model;
  }

  @Override
  public void close() {
    engine.close();
  }
}
