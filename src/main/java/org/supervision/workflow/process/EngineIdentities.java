package org.supervision.workflow.process;

import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Where the engine and its web applications read people, groups and tenants; nowhere do they write them. */
interface EngineIdentities {

    SessionFactory sessions();
}
