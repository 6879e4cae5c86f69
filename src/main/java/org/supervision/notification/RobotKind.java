package org.supervision.notification;

/** Whose group robot it is: WeCom (企业微信) or DingTalk (钉钉). */
public enum RobotKind {
    WECOM,
    DINGTALK
}
